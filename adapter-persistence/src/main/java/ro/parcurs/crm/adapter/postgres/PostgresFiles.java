package ro.parcurs.crm.adapter.postgres;

import ro.parcurs.crm.contract.FileId;
import ro.parcurs.crm.contract.SignedFile;
import ro.parcurs.crm.contract.usecase.FileContent;
import ro.parcurs.crm.contract.usecase.Files;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;

/** The content of files in the table {@code stored_file}. */
final class PostgresFiles implements Files {

  private final FileMapper mapper;

  PostgresFiles(FileMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void add(FileId id, FileContent content) {
    SignedFile.requireSize(content.size());
    if (mapper.insert(id, content.bytes()) == 0) {
      throw new AlreadyExists(Subject.SIGNED_FILE, id, id);
    }
  }

  @Override
  public FileContent get(FileId id) {
    FileRow row = mapper.find(id);
    if (row == null) {
      throw new NotFound(Subject.SIGNED_FILE, id);
    }
    return FileContent.of(row.content());
  }
}
