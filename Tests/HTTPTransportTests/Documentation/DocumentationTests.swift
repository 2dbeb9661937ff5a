import APIContract
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite("What is told about the API")
struct DocumentationTests {
    @Test("every method of every path has a name of its own, a summary, what is answered, and examples of bodies")
    func everyMethod() async throws {
        let server = try await TestServer()

        let methods = server.routes.flatMap(\.methods)
        let operations = methods.map(\.operation)

        #expect(methods.count >= 38)
        #expect(Set(operations.map(\.id)).count == operations.count)
        for operation in operations {
            #expect(!operation.summary.isEmpty && !operation.summary.hasSuffix("."), "\(operation.id)")
            #expect(operation.answers.contains { (200..<400).contains($0.status) }, "\(operation.id)")
            #expect(operation.body.map { !$0.examples.isEmpty } ?? true, "\(operation.id)")
        }
    }

    @Test("all that is routed stands in the document, and nothing else")
    func everyPath() async throws {
        let server = try await TestServer()

        let routed = server.routes.flatMap { route in
            route.methods.map { "\(route.paths[0]) \($0.method.rawValue.lowercased())" }
        }
        let documented = (server.document.json["paths"]?.members ?? []).flatMap { path, item in
            (item.members ?? []).map { "\(path) \($0.name)" }
        }

        #expect(documented == routed)
    }

    @Test("a name stands for one schema and one answer, and every reference leads somewhere")
    func references() async throws {
        let server = try await TestServer()
        let document = server.document.json

        let references = document.references
        let answers = server.routes.flatMap { route in route.methods.flatMap { $0.operation.allAnswers(on: route) } }
        let bodies = server.routes.flatMap(\.methods).compactMap(\.operation.body)
        let components = (bodies.flatMap { [$0.schema, $0.errors] } + answers.flatMap { $0.contents.map(\.schema) })
            .flatMap(\.components)

        #expect(references.count > 500)
        for reference in Set(references) {
            #expect(document.resolving(["$ref": .string(reference)]) != .null, "\(reference)")
        }
        for (name, json) in Dictionary(grouping: components, by: \.name).mapValues({ Set($0.map(\.json.jsonText)) }) {
            #expect(json.count == 1, "\(name)")
        }
        for (name, all) in Dictionary(grouping: answers.filter { $0.name != nil }, by: \.name) {
            #expect(Set(all.map(\.json.jsonText)).count == 1, "\(name ?? "")")
        }
    }

    @Test("the numbers in a path are declared, and parameters have different names")
    func parameters() async throws {
        let server = try await TestServer()

        for route in server.routes {
            let inPath = route.paths[0].split(separator: "/").filter { $0.hasPrefix("{") }.map {
                String($0.dropFirst().dropLast())
            }
            for method in route.methods {
                let parameters = method.operation.allParameters(on: route)
                #expect(parameters.filter { $0.place == .path }.map(\.name) == inPath, "\(route.paths[0])")
                #expect(Set(parameters.map(\.name)).count == parameters.count, "\(route.paths[0])")
            }
        }
    }

    @Test("examples are such as could be sent and answered")
    func examples() async throws {
        let server = try await TestServer()
        let check = SchemaCheck(document: server.document.json)

        for route in server.routes {
            for operation in route.methods.map(\.operation) {
                let sent = operation.body.map { body in body.examples.map { ($0, body.schema) } } ?? []
                let answered = operation.allAnswers(on: route).flatMap(\.contents).flatMap { content in
                    content.examples.map { ($0, content.schema) }
                }
                for (example, schema) in sent + answered {
                    let problems = check.problems(example.value, schema.json)
                    #expect(problems == [], "\(operation.id) \(example.name)")
                }
            }
        }
    }

    @Test func `what is answered may be sent, but for ids, times and names that the clinic writes`() async throws {
        let server = try await TestServer()
        let schemas = server.document.json["components"]?["schemas"]?.members ?? []
        let members = Dictionary(uniqueKeysWithValues: schemas.map { ($0.name, $0.value["properties"]?.members ?? []) })

        // What the hospital contract shows is not all its own.
        let records = members.keys.filter { members[$0 + "Input"] != nil && !$0.hasPrefix("Hospital") }

        #expect(records.count >= 4)
        for record in records {
            let sent = Set((members[record + "Input"] ?? []).map(\.name))
            let own = (members[record] ?? []).map(\.name).filter { !sent.contains($0) }
            #expect(own.allSatisfy { $0 == "id" || $0.hasSuffix("_at") || $0.hasSuffix("_by") }, "\(record): \(own)")
        }
    }

    @Test("an answer's members are all known: its objects are closed")
    func closed() async throws {
        let server = try await TestServer()

        let schemas = server.document.json["components"]?["schemas"]?.members ?? []

        #expect(schemas.count > 30)
        for (name, schema) in schemas where !name.hasSuffix("Input") && !name.hasSuffix("Change") {
            #expect(schema["type"] != "object" || schema["additionalProperties"] == false, "\(name)")
        }
    }
}

extension JSONValue {
    /// Every reference within it.
    fileprivate var references: [String] {
        let own = self["$ref"]?.text.map { [$0] } ?? []
        return own + (members ?? []).flatMap(\.value.references) + (elements ?? []).flatMap(\.references)
    }
}
