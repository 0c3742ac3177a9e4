package ro.parcurs.crm.contract.usecase;

import ro.parcurs.crm.contract.FileId;
import ro.parcurs.crm.contract.SignedFile;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;

/**
 * Keeps the content of files, which never changes once it is kept. What is known of a file (name,
 * digest) is kept with the thing that the file belongs to.
 */
public interface Files {

  /**
   * Keeps a file; only inside a unit of work.
   *
   * @throws AlreadyExists when there is a file with this identity
   * @throws InvalidInput {@code file-too-large} beyond {@value SignedFile#MAX_BYTES} bytes, {@code
   *     empty-file} for no bytes at all
   */
  void add(FileId id, FileContent content);

  /**
   * @throws NotFound when there is no such file
   */
  FileContent get(FileId id);
}
