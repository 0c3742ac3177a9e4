package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.ContractNumber;
import ro.parcurs.crm.contract.usecase.ContractFilter;
import ro.parcurs.crm.pursuit.PursuitId;

interface ContractMapper {

  int insert(@Param("row") ContractRow row, @Param("numberKey") String numberKey);

  int update(@Param("row") ContractRow row, @Param("numberKey") String numberKey);

  @Nullable ContractRow find(@Param("id") ContractId id);

  @Nullable ContractRow findByPursuit(@Param("pursuit") PursuitId pursuit);

  @Nullable ContractId findByNumber(@Param("number") ContractNumber number);

  @Nullable StampRow findStamp(@Param("id") ContractId id);

  List<ContractListRow> list(DocumentQuestion<ContractFilter, ContractId> question);
}
