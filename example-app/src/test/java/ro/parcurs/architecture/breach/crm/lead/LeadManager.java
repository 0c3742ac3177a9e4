package ro.parcurs.architecture.breach.crm.lead;

interface LeadManager {}
