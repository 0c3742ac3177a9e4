package ro.parcurs.architecture.breach.crm.lead.usecase;

interface PriceUtil {}
