package ro.parcurs.architecture.breach.crm.lead.usecase;

import com.google.inject.Injector;

record AsksGuice(Injector injector) {}
