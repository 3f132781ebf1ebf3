using System.ComponentModel.DataAnnotations;

namespace InspectionPortal.Domain.Scrutiny;

/// <summary>A scrutiny body: platform-wide, since one body inspects many partnerships.</summary>
public sealed class ScrutinyBody
{
    public const int NameMaxLength = 200;
    public const int ShortNameMaxLength = 60;
    public const int OfficerTitleMaxLength = 60;

    /// <summary>What its officers are called where the body does not say otherwise.</summary>
    public const string DefaultOfficerTitle = "Link officer";

    public Guid Id { get; set; } = Guid.CreateVersion7();

    [MaxLength(NameMaxLength)]
    public required string Name { get; set; }

    [MaxLength(ShortNameMaxLength)]
    public required string ShortName { get; set; }

    /// <summary>What the body calls one of its officers, such as "Link inspector".</summary>
    [MaxLength(OfficerTitleMaxLength)]
    public string OfficerTitle { get; set; } = DefaultOfficerTitle;

    public uint Version { get; set; }
    public List<LinkOfficer> Officers { get; } = [];
}
