using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>What a zip was found to be.</summary>
/// <param name="Content">Its kind; a zip that is no document is <see cref="EvidenceContent.Zip"/>.</param>
/// <param name="HasMacros">True where something in it can run.</param>
/// <param name="Files">What it holds, by its own directory.</param>
public sealed record PackageReport(EvidenceContent Content, bool HasMacros, IReadOnlyList<ArchivedFile> Files);
