package ro.parcurs.architecture.breach.crm.adapter.postgres;

import java.net.http.HttpClient;

public interface ShowsItsSession {
  HttpClient session();
}
