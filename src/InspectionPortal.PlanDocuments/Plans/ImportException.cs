namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>A file that cannot be read at all. The message is one sentence for the person who brought it.</summary>
public sealed class ImportException : Exception
{
    public ImportException()
    {
    }

    public ImportException(string message)
        : base(message)
    {
    }

    public ImportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
