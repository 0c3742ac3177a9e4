package ro.parcurs.architecture.breach.crm.lead.usecase;

import java.net.http.HttpClient;

record CallsTheNetwork(HttpClient client) {}
