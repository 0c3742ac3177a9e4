package ro.parcurs.architecture.breach.example;

public interface InnocentPage {}
