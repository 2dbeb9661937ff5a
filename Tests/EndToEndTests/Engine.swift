enum Engine: String { case sqlite }
