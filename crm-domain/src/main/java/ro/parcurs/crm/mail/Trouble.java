package ro.parcurs.crm.mail;

/** What was in the way of an attempt to send. */
public enum Trouble {
  /** The server can't be reached, or hung up. */
  CONNECTION,
  /** The server took too long. */
  TIMEOUT,
  /** The line is not, or not provably, the server's own and closed to others. */
  SECURITY,
  /** The server doesn't take the user's name and password. */
  LOGIN,
  /** The server is busy, or asks to come again later. */
  BUSY,
  /** The server doesn't take mail to one of the addresses. */
  ADDRESS,
  /** The server doesn't take the message. */
  REFUSED,
  /** The attempt broke off on this side. */
  INTERRUPTED,
  /** What was to be sent may not be sent any more: revised, expired, ended. */
  WITHDRAWN,
  /** The data of somebody it was to go to was erased. */
  ERASED;

  /** Whether it is a matter of the server, which the next message would meet too. */
  public boolean isOfServer() {
    return this == CONNECTION || this == TIMEOUT || this == SECURITY || this == LOGIN;
  }
}
