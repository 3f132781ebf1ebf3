namespace InspectionPortal.Web.Features.Archives;

/// <summary>Somebody whom the rows name.</summary>
public sealed record ArchivePerson(Guid Id, string Name, string? Email, bool IsMember)
{
    public static IReadOnlyList<IArchiveColumn> Columns { get; } =
    [
        new MadeColumn<ArchivePerson>("id", p => p.Id.ToString()), new MadeColumn<ArchivePerson>("name", p => p.Name),
        new MadeColumn<ArchivePerson>("email", p => p.Email), new MadeColumn<ArchivePerson>("isMember", p => p.IsMember ? "true" : "false"),
    ];
}
