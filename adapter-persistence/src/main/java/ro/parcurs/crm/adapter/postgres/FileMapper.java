package ro.parcurs.crm.adapter.postgres;

import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.contract.FileId;

interface FileMapper {

  int insert(@Param("id") FileId id, @Param("content") byte[] content);

  @Nullable FileRow find(@Param("id") FileId id);
}
