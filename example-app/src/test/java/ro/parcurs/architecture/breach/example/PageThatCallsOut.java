package ro.parcurs.architecture.breach.example;

import java.net.http.HttpRequest;

record PageThatCallsOut(HttpRequest request) {}
