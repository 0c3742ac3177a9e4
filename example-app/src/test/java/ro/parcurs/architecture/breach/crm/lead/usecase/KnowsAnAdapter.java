package ro.parcurs.architecture.breach.crm.lead.usecase;

import ro.parcurs.architecture.breach.crm.adapter.mail.InnocentMail;

record KnowsAnAdapter(InnocentMail mail) {}
