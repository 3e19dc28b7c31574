package app;

class Config {}
