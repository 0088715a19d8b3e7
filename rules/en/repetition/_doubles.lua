-- Function words: where one of them stands twice it is hardly ever meant. Left out are those that may
-- (had had, that that, is is, her her, so so, no no, very very).
return [[a about after against all although among an and any are as at be because been before being between but by
  can could during for from has have he his how i if in into it its may my of on one or our out over she should since
  some than the their them then there these they this those through to under we were what when where which while
  who will with without would your]]
