"""The law of a visitor's stay in Canada as pure functions over dated, cited data."""
