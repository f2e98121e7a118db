-- wrk asks for the addresses in the file $PATHS, in random order.
local requests = {}

init = function()
  -- wrk knows the header Host by now
  for line in io.lines(os.getenv("PATHS")) do
    requests[#requests + 1] = wrk.format("GET", line)
  end
  math.randomseed(1)
end

request = function()
  return requests[math.random(#requests)]
end
