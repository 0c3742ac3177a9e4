/** Evaluation sheets: catalogue items by quantity only, priced by the system (spec section 6). */
package ro.parcurs.crm.evaluation;
