/**
 * What all pages share: routes, sessions, forms, texts, formats. Knows no area of the CRM; {@code
 * docs/pages.md} tells how a page is added.
 */
@NullMarked
package ro.parcurs.example.web;

import org.jspecify.annotations.NullMarked;
