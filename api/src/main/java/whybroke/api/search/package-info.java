/** Search over tails, through the index of the classifier, narrowed to what the viewer may see. */
package whybroke.api.search;
