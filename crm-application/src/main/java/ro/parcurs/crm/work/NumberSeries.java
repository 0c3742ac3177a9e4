package ro.parcurs.crm.work;

import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;

/**
 * Gives document numbers, one series per kind and year, beginning with 1, without holes and without
 * duplicates. Called only inside a unit of work, as late in it as can be: a number taken in one
 * that fails is given again, so others wait until it ends.
 */
public interface NumberSeries {

  DocumentNumber next(Series series, int year);
}
