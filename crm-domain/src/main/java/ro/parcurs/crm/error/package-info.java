/**
 * What can foreseeably go wrong: a broken value, or a refusal. Everything here is free of wording;
 * texts live outside.
 */
package ro.parcurs.crm.error;
