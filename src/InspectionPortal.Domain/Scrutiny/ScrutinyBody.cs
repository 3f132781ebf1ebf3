using System.ComponentModel.DataAnnotations;

namespace InspectionPortal.Domain.Scrutiny;

/// <summary>A scrutiny body: platform-wide, since one body inspects many partnerships.</summary>
public sealed class ScrutinyBody
{
    public const int NameMaxLength = 200;
    public const int ShortNameMaxLength = 60;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    [MaxLength(NameMaxLength)]
    public required string Name { get; set; }

    [MaxLength(ShortNameMaxLength)]
    public required string ShortName { get; set; }

    public uint Version { get; set; }
    public List<LinkOfficer> Officers { get; } = [];
}
