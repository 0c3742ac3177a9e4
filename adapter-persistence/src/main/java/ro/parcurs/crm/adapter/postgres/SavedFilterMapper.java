package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.usecase.SavedFilterId;

interface SavedFilterMapper {

  /** Keeps the row, or replaces what the user has under the name. */
  SavedFilterId put(@Param("row") SavedFilterRow row);

  List<SavedFilterRow> ofUser(@Param("user") UserId user);

  void delete(@Param("user") UserId user, @Param("id") SavedFilterId id);
}
