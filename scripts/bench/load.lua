-- What wrk asks of a server whose database scripts/bench/fill has filled. scripts/bench/figures says in the environment
-- which workload, with whose token, and how many patients there are. Prints one line of JSON at the end.

local workload = os.getenv("WORKLOAD")
local patients = tonumber(os.getenv("PATIENTS"))
local doctors = tonumber(os.getenv("DOCTORS"))
local others = tonumber(os.getenv("OTHERS")) -- each patient whose number is a multiple of it is another account's; 0: none
local headers = { ["Authorization"] = "Bearer " .. (os.getenv("TOKEN") or ""), ["Content-Type"] = "application/json" }
local threads = {}

math.randomseed(tonumber(os.getenv("SEED")))

local function patient()
    local number = math.random(patients - 1)
    if others > 0 and number % others == 0 then number = number + 1 end
    return number
end

local function read_patient() return wrk.format("GET", "/api/patients/" .. patient() .. "/", headers) end

local function read_page() return wrk.format("GET", "/api/patients/?page_size=50", headers) end

local function search() return wrk.format("GET", "/api/patients/?search=anna&page_size=50", headers) end

local function read_doctor() return wrk.format("GET", "/api/doctors/" .. math.random(doctors) .. "/", headers) end

local function change_patient()
    local body = string.format('{"allergies": "none known", "address": "%d Bench Street"}', math.random(100000))
    return wrk.format("PATCH", "/api/patients/" .. patient() .. "/", headers, body)
end

-- A time of its own for nearly every booking: a quarter of an hour in one of sixty years.
local function book()
    local time = string.format("%d-%02d-%02dT%02d:%02d:00Z", math.random(2030, 2089), math.random(12), math.random(28),
        math.random(8, 17), 15 * math.random(0, 3))
    local body = string.format('{"patient": %d, "doctor": %d, "appointment_datetime": "%s", "duration_minutes": 15}',
        patient(), math.random(doctors), time)
    return wrk.format("POST", "/api/appointments/", headers, body)
end

local function mixed()
    local share = math.random(100)
    if share <= 70 then return read_patient() end
    if share <= 80 then return read_page() end
    if share <= 90 then return read_doctor() end
    if share <= 95 then return change_patient() end
    return book()
end

local function sign_in()
    local body = string.format('{"username": "%s", "password": "%s"}', os.getenv("ACCOUNT"), os.getenv("PASSWORD"))
    return wrk.format("POST", "/api/auth/login/", { ["Content-Type"] = "application/json" }, body)
end

local workloads = { W1 = read_patient, W2 = read_page, W3 = book, W4 = mixed, W5 = sign_in, search = search }

function setup(thread) table.insert(threads, thread) end

function init()
    request = workloads[workload]
    refused, failed = 0, 0
end

function response(status)
    if status == 400 and (workload == "W3" or workload == "W4") then
        refused = refused + 1
    elseif status ~= 200 and status ~= 201 then
        failed = failed + 1
    end
end

function done(summary, latency)
    local refused, failed, errors = 0, 0, summary.errors
    for _, thread in ipairs(threads) do
        refused, failed = refused + thread:get("refused"), failed + thread:get("failed")
    end
    io.write(string.format(
        '\nRESULT {"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "refused": %d, "failed": %d}\n',
        summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, refused,
        failed + errors.connect + errors.read + errors.write + errors.timeout))
end
