/// A person's gender, with the code under which it is written down.
public enum Gender: String, Sendable, CaseIterable {
    case male = "M"
    case female = "F"
    case other = "O"
}
