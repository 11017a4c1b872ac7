-- The rate of an area drawn towards the mean of its map; given where the cell is shown, like class and z of the hotspots.
alter table cell
  add column smoothed_rate real,
  add check (state = 'shown' or smoothed_rate is null);
