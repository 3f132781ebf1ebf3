using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static InspectionPortal.Web.Tests.Guardrails.SourceTree;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>Holds the names of docs/glossary.md: one noun for a thing, one verb for an act, one public type a file.</summary>
public sealed class NamingGuardrails
{
    private static readonly string[] BannedEnds = ["Words", "Parts", "Pieces", "Piece", "Ties", "Things"];

    private static readonly string[] BannedVerbs = ["Show", "Read", "Make", "Bring", "Take", "Give", "Tell", "Say", "Hold", "Ask"];

    /// <summary>What a message may begin with: the common acts, the domain's own, and those of signing in.</summary>
    private static readonly string[] Verbs =
    [
        "Get", "List", "Add", "Edit", "Remove", "Submit", "SendBack", "Send", "Accept", "Approve", "Return", "Release", "Withdraw", "Revoke", "Invite", "Import",
        "Export", "Create", "Delete", "Download", "Upload", "Undo", "Discard", "Confirm", "Assign", "End", "Link", "Answer", "Move", "Place", "Open", "Close", "Reopen", "Stop", "Restart",
        "Exclude", "Include", "Rebase", "Freeze", "Annotate", "Enter", "Preview", "Prepare", "Review", "Write", "Grant", "Start", "Choose", "Keep",
        "Change", "Request", "Reset", "Renew", "SignIn", "SignOut", "SetUp", "Finish", "Disable", "Enable", "HandOut", "Decline", "Autosave",
        "Withhold", "Correct", "Dissent", "CarryOver", "Retract", "Restore",
    ];

    [Fact]
    public void Type_Any_EndsInNoBannedWord() => Assert.Empty(
        from file in Files
        from type in file.Types
        where BannedEnds.Any(end => type.Identifier.Text.EndsWith(end, StringComparison.Ordinal))
        select $"{file.Path}: {type.Identifier.Text}");

    [Fact]
    public void Message_Any_BeginsWithAVerbOfTheGlossary() => Assert.Empty(
        ProductAssemblies.Web.GetTypes()
            .Where(t => t is { IsAbstract: false, IsInterface: false } && typeof(IMessage).IsAssignableFrom(t))
            .Select(t => t.Name)
            .Where(n => !Verbs.Any(v => IsVerbOf(n, v)) || BannedVerbs.Any(v => IsVerbOf(n, v))));

    [Fact]
    public void File_Any_HasOnePublicTypeAndItsName() => Assert.Empty(
        from file in Files
        let types = file.Types.Where(t => t.Modifiers.Any(SyntaxKind.PublicKeyword)).Select(t => t.Identifier.Text).Distinct(StringComparer.Ordinal).ToList()
        where types.Count > 1 || (types.Count == 1 && !IsNamedAfter(file.Path, types[0]))
        select $"{file.Path}: {string.Join(", ", types)}");

    /// <summary>"AddAim" is of Add; "Address" is not.</summary>
    private static bool IsVerbOf(string name, string verb) =>
        name.StartsWith(verb, StringComparison.Ordinal) && (name.Length == verb.Length || char.IsUpper(name[verb.Length]));

    /// <summary>"Plan.cs", a part of it "Plan.Charts.cs", and a migration after its time.</summary>
    private static bool IsNamedAfter(string path, string type)
    {
        var name = Path.GetFileName(path).Split('.')[0];
        return string.Equals(name, type, StringComparison.Ordinal)
            || (path.Contains("Migrations", StringComparison.Ordinal) && name.EndsWith($"_{type}", StringComparison.Ordinal));
    }
}
