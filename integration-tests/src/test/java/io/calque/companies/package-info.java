/**
 * The three companies of the Lynk documents: the structure of their relationships, with entities
 * and data of our own, loads without a problem and answers.
 */
package io.calque.companies;
