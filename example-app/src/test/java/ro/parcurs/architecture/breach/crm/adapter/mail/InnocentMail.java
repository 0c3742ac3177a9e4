package ro.parcurs.architecture.breach.crm.adapter.mail;

public interface InnocentMail {}
