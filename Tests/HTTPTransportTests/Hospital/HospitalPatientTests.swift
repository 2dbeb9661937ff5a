import Application
import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `Patients in the hospital contract` {
    @Test func `are answered without their e-mail address, and with it when they are changed`() async throws {
        let server = try await TestServer()

        let made = try await server.hospital(.post, "patients/", HospitalBody.syed)
        let changed = try await server.hospital(.put, "patients/1/", #"{"age":"22","gender":"F"}"#)
        let found = try await server.hospital(.get, "patients/1", nil)
        let listed = try await server.hospital(.get, "patients/")

        let syed = #"{"id":1,"firstname":"Syed","lastname":"Mehdi","age":21,"gender":"M","created_by":1}"#
        #expect(made.status == 201 && made.body == syed)
        #expect(changed.status == 200)
        #expect(changed.body == #"{"firstname":"Syed","lastname":"Mehdi","age":22,"email":"syed@example.org"}"#)
        #expect(found.body == syed.replacing("21", with: "22"))
        #expect(listed.body == "[\(found.body)]")
    }

    @Test func `are in the clinic's own API without a telephone, born on the day that the age makes likely`()
        async throws
    {
        let server = try await TestServer()
        _ = try await server.hospital(.post, "patients/", HospitalBody.syed)

        let record = try await server.nativeRecord("patients/1/")

        #expect(
            record == #"""
                {"id":1,"first_name":"Syed","last_name":"Mehdi","date_of_birth":"2004-09-01","gender":"M","blood_group":"",\#
                "phone_number":"","email":"syed@example.org","address":"","emergency_contact_name":"",\#
                "emergency_contact_phone":"","medical_history":"","allergies":"","current_medications":"",\#
                "insurance_provider":"","insurance_number":"","created_by":1,\#
                "created_at":"2025-09-01T06:00:00.000001Z"
                """#)
    }

    @Test func `keep what a client sends back as it was answered, however much more is known`() async throws {
        let server = try await TestServer()
        let name = String(repeating: "ä", count: 63) + " " + String(repeating: "b", count: 36)
        let email = String(repeating: "e", count: 140) + "@example.org"
        let native = #"""
            {"first_name":"\#(name)","last_name":"Lee","date_of_birth":"1900-01-01","gender":"O","phone_number":"5",
            "email":"\#(email)","allergies":"nuts","insurance_number":"M-7"}
            """#
        _ = try await server.native(.post, "patients/", native)
        let before = try await server.nativeRecord("patients/1/")

        let found = try await server.hospital(.get, "patients/1/")
        let answered = try await server.hospital(.put, "patients/1/", "{}")
        let again = try await server.hospital(.put, "patients/1/", answered.body)

        let short = String(repeating: "ä", count: 63) + " "
        #expect(
            found.body
                == #"{"id":1,"firstname":"\#(short)","lastname":"Lee","age":125,"gender":"O","created_by":1}"#)
        #expect(again.status == 200 && again.body == answered.body)
        #expect(try await server.nativeRecord("patients/1/") == before)
    }

    @Test func `without an e-mail address or with one that others have keep it so, and claim the next one`()
        async throws
    {
        let server = try await TestServer()
        _ = try await server.native(.post, "patients/", Body.ann)
        _ = try await server.hospital(.post, "patients/", HospitalBody.syed)

        let blank = try await server.hospital(.put, "patients/1/", #"{"email":""}"#)
        let same = try await server.native(.patch, "patients/1/", #"{"email":"syed@example.org"}"#)
        let repeated = try await server.hospital(.put, "patients/1/", #"{"email":"syed@example.org"}"#)
        let other = try await server.hospital(.put, "patients/1/", #"{"email":"ann@example.org"}"#)
        let taken = try await server.hospital(
            .post, "patients/", HospitalBody.syed.replacing("syed@", with: "ann@"))

        #expect([blank.status, same.status, repeated.status, other.status] == [200, 200, 200, 200])
        #expect(taken.status == 400)
        #expect(taken.body == #"{"email":["patient with this email already exists."]}"#)
        let ann = try await server.storage.reads.patients.find(PatientID(1)!, in: .everything)
        #expect(ann?.details.claimsEmail == true)
    }

    @Test func `who were made natively claim nothing as long as their e-mail address is repeated`() async throws {
        let server = try await TestServer()
        _ = try await server.native(.post, "patients/", Body.ann)
        _ = try await server.native(.patch, "patients/1/", #"{"email":"ann@example.org"}"#)

        let changed = try await server.hospital(.put, "patients/1/", #"{"email":"ann@example.org","age":3}"#)
        let claiming = try await server.hospital(
            .post, "patients/", HospitalBody.syed.replacing("syed@", with: "ann@"))

        #expect(changed.status == 200 && claiming.status == 201)
    }

    @Test func `go on claiming when their e-mail address is changed natively`() async throws {
        let server = try await TestServer()
        _ = try await server.hospital(.post, "patients/", HospitalBody.syed)
        _ = try await server.hospital(.post, "patients/", HospitalBody.syed.replacing("syed@", with: "zoe@"))

        let taken = try await server.native(.patch, "patients/2/", #"{"email":"syed@example.org","gender":"X"}"#)
        let moved = try await server.native(.patch, "patients/2/", #"{"email":"new@example.org"}"#)
        let again = try await server.hospital(.post, "patients/", HospitalBody.syed.replacing("syed@", with: "new@"))

        #expect(
            taken.body
                == #"{"gender":["\"X\" is not a valid choice."],"email":["patient with this email already exists."]}"#)
        #expect(moved.status == 200)
        #expect(again.body == #"{"email":["patient with this email already exists."]}"#)
    }

    @Test func `have an exact date of birth once another one is entered natively, and an estimate until then`()
        async throws
    {
        let server = try await TestServer()
        _ = try await server.hospital(.post, "patients/", HospitalBody.syed)

        _ = try await server.native(.put, "patients/1/", #"{"date_of_birth":"2004-09-01","allergies":"nuts"}"#)
        let kept = try await server.isEstimated(1)
        _ = try await server.native(.patch, "patients/1/", #"{"date_of_birth":"2004-08-30"}"#)
        let exact = try await server.isEstimated(1)
        _ = try await server.hospital(.put, "patients/1/", #"{"age":21}"#)
        let sameAge = try await server.nativeRecord("patients/1/")
        let sameMark = try await server.isEstimated(1)
        _ = try await server.hospital(.put, "patients/1/", #"{"age":30}"#)
        let otherAge = try await server.nativeRecord("patients/1/")
        let otherMark = try await server.isEstimated(1)

        #expect(kept == true && exact == false && sameMark == false && otherMark == true)
        #expect(sameAge.contains(#""date_of_birth":"2004-08-30""#))
        #expect(otherAge.contains(#""date_of_birth":"1995-09-01""#) && otherAge.contains("nuts"))
    }

    @Test func `are a year older from their birthday on`() async throws {
        let server = try await TestServer()
        _ = try await server.native(.post, "patients/", Body.ann.replacing("1990-05-15", with: "1990-09-02"))

        let before = try await server.hospital(.get, "patients/1/")
        server.clock.advance(seconds: 20 * 3600)
        let after = try await server.hospital(.get, "patients/1/")

        #expect(before.body.contains(#""age":34"#))
        #expect(after.body.contains(#""age":35"#))
    }

    @Test func `get a telephone natively, which cannot be taken away again`() async throws {
        let server = try await TestServer()
        _ = try await server.hospital(.post, "patients/", HospitalBody.syed)
        let record = try await server.native(.get, "patients/1/").body

        let sentBack = try await server.native(.put, "patients/1/", record)
        let null = try await server.native(.patch, "patients/1/", #"{"phone_number":null}"#)
        let given = try await server.native(.patch, "patients/1/", #"{"phone_number":"555"}"#)
        let taken = try await server.native(.patch, "patients/1/", #"{"phone_number":" "}"#)
        _ = try await server.hospital(.put, "patients/1/", #"{"firstname":"Sy"}"#)

        #expect(sentBack.status == 200)
        #expect(null.body == #"{"phone_number":["This field may not be null."]}"#)
        #expect(given.status == 200)
        #expect(taken.body == #"{"phone_number":["This field may not be blank."]}"#)
        #expect(try await server.nativeRecord("patients/1/").contains(#""phone_number":"555""#))
    }

    @Test func `are refused with all faults at once, under the names of the contract`() async throws {
        let server = try await TestServer()
        let long = String(repeating: "x", count: 65)

        let made = try await server.hospital(
            .post, "patients/", #"{"firstname":"\#(long)","lastname":"a\u0000","age":12.5,"gender":"O"}"#)
        let changed = try await server.hospital(.post, "patients/", HospitalBody.syed)
        let faulty = try await server.hospital(
            .put, "patients/1/", #"{"firstname":null,"age":true,"email":"no","lastname":" "}"#)

        #expect(
            made.body == #"""
                {"firstname":["Ensure this field has no more than 64 characters."],\#
                "lastname":["Null characters are not allowed."],"age":["A valid integer is required."],\#
                "gender":["\"O\" is not a valid choice."],"email":["This field is required."]}
                """#)
        #expect(changed.status == 201)
        #expect(
            faulty.body == #"""
                {"firstname":["This field may not be null."],"lastname":["This field may not be blank."],\#
                "age":["A valid integer is required."],"email":["Enter a valid email address."]}
                """#)
    }
}

extension TestServer {
    fileprivate func isEstimated(_ number: Int64) async throws -> Bool? {
        try await storage.reads.patients.find(PatientID(number)!, in: .everything)?.details.dateOfBirthIsEstimated
    }
}
