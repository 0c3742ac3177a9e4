package ro.parcurs.architecture.breach.crm.adapter.postgres;

import ro.parcurs.architecture.breach.crm.adapter.mail.InnocentMail;

record PostgresThatMails(InnocentMail mail) {}
