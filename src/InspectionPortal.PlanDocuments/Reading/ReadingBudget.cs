using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>
/// Counts what the reading of one file costs, and ends it at its limits or when whoever asked has gone. Belongs to one file
/// and to the thread that reads it.
/// </summary>
/// <param name="allowance">What the file may cost; null for the default.</param>
/// <param name="processorTime">Tells the processor time that the reading thread has used; null for that of the system.</param>
/// <param name="cancellationToken">Cancelled when nobody waits for the reading any more.</param>
public sealed class ReadingBudget(ReadingAllowance? allowance = null, Func<TimeSpan>? processorTime = null, CancellationToken cancellationToken = default)
{
    /// <summary>Asking for the processor time costs a call to the system, so it is asked once in so many steps.</summary>
    private const int StepsBetweenLooks = 64;

    // What an object costs in memory, about; text is counted twice, for what it is and for what it is read as.
    private const int RowBytes = 200;
    private const int CellBytes = 250;
    private const int LineBytes = 100;
    private const int CharacterBytes = 4;

    private readonly ReadingAllowance _allowance = allowance ?? ReadingAllowance.Default;
    private readonly Func<TimeSpan> _processorTime = processorTime ?? ProcessorTime.OfThisThread;
    private TimeSpan? _start;
    private int _rows;
    private int _cells;
    private long _characters;
    private long _memory;

    /// <summary>Steps counted so far: work grows with these.</summary>
    public long Steps { get; private set; }

    /// <summary>One small piece of work: a row, a cell, a line, a name. Throws once the budget is used up.</summary>
    /// <exception cref="ImportException">The file takes too long to read.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public void Step()
    {
        if (Steps++ % StepsBetweenLooks != 0)
        {
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var now = _processorTime();
        _start ??= now;
        if (now - _start > _allowance.ProcessorTime)
        {
            throw new ImportException(ImportLimits.TakesTooLong);
        }
    }

    /// <summary>A row, or a table without any.</summary>
    public void Row()
    {
        if (++_rows > ImportLimits.Rows)
        {
            throw new ImportException(ImportLimits.TooManyRows);
        }

        Keep(RowBytes);
        Step();
    }

    /// <summary>A cell with its text.</summary>
    public void Cell(int length, int lines = 1)
    {
        if (++_cells > ImportLimits.Cells)
        {
            throw new ImportException(ImportLimits.TooManyRows);
        }

        Keep(CellBytes);
        Text(length, lines);
    }

    /// <summary>Text that is kept.</summary>
    public void Text(int length, int lines = 1)
    {
        _characters += length;
        if (_characters > ImportLimits.Characters)
        {
            throw new ImportException(ImportLimits.TooManyRows);
        }

        Keep(((long)length * CharacterBytes) + ((long)lines * LineBytes));
        Step();
    }

    private void Keep(long bytes)
    {
        _memory += bytes;
        if (_memory > _allowance.MemoryBytes)
        {
            throw new ImportException(ImportLimits.TooMuchInside);
        }
    }
}
