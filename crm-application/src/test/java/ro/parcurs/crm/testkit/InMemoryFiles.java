package ro.parcurs.crm.testkit;

import ro.parcurs.crm.contract.FileId;
import ro.parcurs.crm.contract.SignedFile;
import ro.parcurs.crm.contract.usecase.FileContent;
import ro.parcurs.crm.contract.usecase.Files;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;

/** The content of files in memory. */
public final class InMemoryFiles implements Files {

  private final InMemoryTable<FileId, FileContent> files;

  public InMemoryFiles(InMemoryDatabase database) {
    files = database.table();
  }

  @Override
  public void add(FileId id, FileContent content) {
    SignedFile.requireSize(content.size());
    if (files.find(id).isPresent()) {
      throw new AlreadyExists(Subject.SIGNED_FILE, id, id);
    }
    files.put(id, content);
  }

  @Override
  public FileContent get(FileId id) {
    return files.find(id).orElseThrow(() -> new NotFound(Subject.SIGNED_FILE, id));
  }
}
