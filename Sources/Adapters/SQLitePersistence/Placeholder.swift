// SQLitePersistence
