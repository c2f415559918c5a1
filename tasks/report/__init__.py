"""What is to be told of runs of tasks, as data: read from folders of results, summed up, compared, joined."""
