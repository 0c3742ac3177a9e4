package ro.parcurs.architecture.breach.crm.lead.usecase;

import ro.parcurs.architecture.breach.example.InnocentPage;

record KnowsTheExample(InnocentPage page) {}
