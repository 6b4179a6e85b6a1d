package dev.kilde.profile.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects the problems of one file; after a hundred it has heard enough. */
final class Problems {

  private static final int MAX = 100;

  private final String file;
  private final List<Problem> all = new ArrayList<>();
  private long told;

  Problems(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** How many were told, those over the limit included: whether it grows tells what was right. */
  long told() {
    return told;
  }

  List<Problem> all() {
    return List.copyOf(all);
  }

  /** A problem that lies where the node begins. */
  void add(Node node, String what, String remedy) {
    add(node.getStartMark(), what, remedy);
  }

  /** A problem at the mark; without one, of the whole file. */
  void add(Optional<Mark> mark, String what, String remedy) {
    if (mark.isPresent()) {
      add(mark.get().getLine() + 1, mark.get().getColumn() + 1, what, remedy);
    } else {
      addToWhole(what, remedy);
    }
  }

  /** A problem of the file as a whole; told at its first character. */
  void addToWhole(String what, String remedy) {
    add(1, 1, what, remedy);
  }

  /** A problem at a line and column, both from 1. */
  void add(int line, int column, String what, String remedy) {
    told++;
    if (all.size() < MAX) {
      all.add(new Problem(file, line, column, what, remedy));
    } else if (all.size() == MAX) {
      all.add(
          new Problem(
              file,
              line,
              column,
              "more than " + MAX + " problems in this file",
              "correct these first, then check again"));
    }
  }
}
