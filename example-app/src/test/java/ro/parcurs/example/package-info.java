/** Tests of the whole program: as a process, over HTTP, and in a real browser. */
package ro.parcurs.example;
