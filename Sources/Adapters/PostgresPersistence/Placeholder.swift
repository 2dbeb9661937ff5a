// PostgresPersistence
