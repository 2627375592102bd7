import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ActionCatalogTests {
    @Test func findsEveryActionByItsName() {
        for dialect in Dialect.allCases {
            for name in ActionCatalog.of(dialect).services {
                guard let service = ActionCatalog.of(dialect).service(name) else {
                    Issue.record("`\(name)` is not found")
                    continue
                }
                let actions = service.actions
                let names = actions.map { $0.name.lowercased() }
                #expect(zip(names, names.dropFirst()).allSatisfy { $0 < $1 }, "\(name) is in order")
                for action in [actions.first, actions.dropFirst(actions.count / 2).first, actions.last]
                    .compactMap(\.self)
                {
                    #expect(service.action(action.name) == action, "\(name)")
                }
            }
        }
    }

    @Test func everyPlaceInALineIsThere() {
        for name in ActionCatalog.of(.aws).services {
            guard let service = ActionCatalog.of(.aws).service(name) else { continue }
            let count = service.types.count
            #expect(service.actions.allSatisfy { ($0.types ?? []).allSatisfy { $0 < count } }, "\(name)")
            let used = service.keys.filter { service.hasKey($0, inActionsMatching: .everything) }
            #expect(used.isEmpty == service.keys.isEmpty, "\(name)")
        }
    }

    @Test func readsAnAction() throws {
        let service = try #require(ActionCatalog.of(.aws).service("S3"))
        let action = try #require(service.action("getobject"))
        #expect(action.name == "GetObject")
        #expect(action.level == .read)
        #expect(service.types[try #require(action.types?.first)].name == "object")
        #expect(service.hasKey("s3:existingobjecttag/team", inActionsMatching: Glob("getobject")))
        #expect(!service.hasKey("s3:prefix", inActionsMatching: Glob("getobject")))
        #expect(service.hasKey("s3:prefix"))
        #expect(service.action("GetObjec") == nil)
        #expect(service.action("GetObjectX") == nil)
    }

    @Test func findsWhatAPatternMatches() throws {
        let service = try #require(ActionCatalog.of(.aws).service("sts"))
        #expect(
            service.actions(matching: Glob("assumer*")).map(\.name) == [
                "AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", "AssumeRoot",
            ])
        #expect(service.actions(matching: Glob("nothing*")).isEmpty)
    }

    @Test func listsTheActionsOfHuaweiIAM() throws {
        let service = try #require(ActionCatalog.of(.huawei).service("iam"))
        #expect(service.isWhole)
        #expect(service.action("users:createUser")?.level == .write)
        #expect(service.action("permissions:grantRoleToGroup")?.level == .permissions)
        #expect(ActionCatalog.of(.huawei).service("ecs")?.isWhole == false)
    }
}
