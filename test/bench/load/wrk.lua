-- What wrk's command line cannot say, and its result as numbers.
wrk.method = os.getenv('BENCH_METHOD')
wrk.body = os.getenv('BENCH_BODY')

function done(summary, latency)
  local e = summary.errors
  io.write(string.format(
    'RESULT {"requests":%d,"micros":%d,"p50":%d,"p99":%d,"failed":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    e.connect + e.read + e.write + e.status + e.timeout
  ))
end
