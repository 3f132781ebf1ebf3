using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Components.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>How evidence is said and fingerprinted.</summary>
public static class EvidenceLabels
{
    public static IReadOnlyList<SelectListItem> Kinds { get; } =
        [.. Enum.GetValues<EvidenceType>().Select(k => new SelectListItem(Kind(k), k.ToString()))];

    public static IReadOnlyList<SelectListItem> Classifications { get; } =
    [
        new Choice("Official", nameof(EvidenceClassification.Official), "Most of the partnership’s information"),
        new Choice("Official-Sensitive", nameof(EvidenceClassification.OfficialSensitive), "Could cause harm if the wrong people see it. Do not include names of children and families"),
    ];

    /// <summary>Why no file is taken.</summary>
    public const string NoScanner = "Files cannot be added, because no virus scanner is set up. "
        + "Add a link or a note instead, or ask the people who run the portal";

    public static string Kind(EvidenceType kind) => StatusLabel.Of(kind);

    public static string Classification(EvidenceClassification classification) =>
        classification == EvidenceClassification.OfficialSensitive ? "Official-Sensitive" : "Official";

    public static string Form(EvidenceForm form) => StatusLabel.Of(form);

    /// <summary>Why a version cannot be released, and what to do.</summary>
    public static string WhyNotReleased(ScanResult scan, ScanRule rule) => scan switch
    {
        ScanResult.Infected => "The scan found a virus in this version. It cannot be released. Add a clean version instead",
        _ when rule.HasScanner => "This version is waiting for a virus scan. You can release it when the scan has found it clean",
        _ => "This version was not scanned for viruses, because no virus scanner is set up. It cannot be released",
    };

    /// <summary>Such as "340 KB" or "1.2 MB".</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} bytes",
        < 1024 * 1024 => $"{Math.Round(bytes / 1024d).ToString(CultureInfo.InvariantCulture)} KB",
        < 1024 * 1024 * 1024 => $"{Math.Round(bytes / (1024d * 1024d), 1).ToString(CultureInfo.InvariantCulture)} MB",
        _ => $"{Math.Round(bytes / (1024d * 1024d * 1024d), 1).ToString(CultureInfo.InvariantCulture)} GB",
    };

    /// <summary>Lower-case hexadecimal SHA-256 of a link or note in UTF-8.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
