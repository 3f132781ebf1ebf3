namespace InspectionPortal.Measurement;

/// <summary>A series that cannot be analysed. The message says what is wrong, for the person who sent it.</summary>
public sealed class InvalidSeriesException : ArgumentException
{
    /// <summary>A series that is wrong without saying how.</summary>
    public InvalidSeriesException()
    {
    }

    /// <summary>A series that is wrong.</summary>
    public InvalidSeriesException(string message)
        : base(message)
    {
    }

    /// <summary>A series that is wrong because of something else.</summary>
    public InvalidSeriesException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
