/** The laws of a person, each written once, over generated lives. */
package dev.kilde.core.laws;
