/**
 * Code that breaks each of the laws once, laid out like the project, so that every law is seen to
 * catch something. What is called innocent here breaks none.
 */
package ro.parcurs.architecture.breach;
