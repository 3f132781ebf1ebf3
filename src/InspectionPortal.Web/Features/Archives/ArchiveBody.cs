namespace InspectionPortal.Web.Features.Archives;

/// <summary>A scrutiny body that was given access.</summary>
public sealed record ArchiveBody(Guid Id, string Name, string ShortName)
{
    public static IReadOnlyList<IArchiveColumn> Columns { get; } =
    [
        new MadeColumn<ArchiveBody>("id", b => b.Id.ToString()), new MadeColumn<ArchiveBody>("name", b => b.Name),
        new MadeColumn<ArchiveBody>("shortName", b => b.ShortName),
    ];
}
