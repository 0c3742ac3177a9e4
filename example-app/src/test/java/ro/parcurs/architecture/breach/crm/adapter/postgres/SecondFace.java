package ro.parcurs.architecture.breach.crm.adapter.postgres;

public interface SecondFace {}
