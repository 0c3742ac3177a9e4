package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.RecipeComponent;
import ro.parcurs.crm.catalogue.usecase.ItemFilter;
import ro.parcurs.crm.catalogue.usecase.ItemSort;

interface CatalogueItemMapper {

  /**
   * @return 0 when the code or the identity is there already
   */
  int insert(@Param("row") CatalogueItemRow row, @Param("search") Search search);

  /**
   * @return 0 when the row has another version, is not there, or its new code is another's
   */
  int update(@Param("row") CatalogueItemRow row, @Param("search") Search search);

  void deleteComponents(@Param("item") ItemId item);

  void insertComponents(
      @Param("item") ItemId item, @Param("components") List<RecipeComponent> components);

  @Nullable ItemId findByCode(@Param("code") ItemCode code);

  @Nullable StampRow findStamp(@Param("id") ItemId id);

  @Nullable CatalogueItemRow find(@Param("id") ItemId id);

  List<CatalogueItemRow> all();

  /** These and everything that their recipes need. */
  List<CatalogueItemRow> closure(@Param("ids") List<ItemId> ids);

  @Nullable Integer lockRecipes();

  List<ItemId> list(
      @Param("filter") ItemFilter filter,
      @Param("active") @Nullable Boolean active,
      @Param("recipe") @Nullable Boolean recipe,
      @Param("sort") ItemSort sort,
      @Param("after") @Nullable ItemId after,
      @Param("limit") int limit);

  long count(
      @Param("filter") ItemFilter filter,
      @Param("active") @Nullable Boolean active,
      @Param("recipe") @Nullable Boolean recipe);

  List<String> categories();

  /** What searches look into and lists are ordered by. */
  record Search(String text, String nameKey, String categoryKey) {}
}
